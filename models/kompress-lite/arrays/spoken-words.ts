/** Words of speech that documentation seldom holds; they take the place of the rarest words of the vocabulary. */
export const spokenWords = (
  'um uh uhm erm er hmm hm mm mm-hmm mhm uh-huh huh ah oh wow yeah yep yup nope nah okay ok alright hi hey hello bye thanks thank sorry please welcome ' +
  'gonna wanna gotta kinda sorta dunno lemme cause cos anyway anyways basically actually literally honestly obviously definitely absolutely totally ' +
  "really pretty maybe guess guys folks stuff thing things bit lot cool great awesome nice i'm i've i'd i'll you're you've you'd you'll we're we've we'd we'll " +
  "they're they've they'd they'll he's she's it's it'll that's that'll there's here's what's who's where's how's let's don't doesn't didn't can't couldn't " +
  "won't wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't ain't y'all c'mon right so well like just also too though speaker meeting morning " +
  'afternoon monday tuesday wednesday thursday friday saturday sunday email mail regards cheers hope hopefully fyi btw imho afaik tl;dr lgtm nit ping ' +
  'customer invoice ticket deploy deployed deployment rollback staging merged merge reviewer standup sprint backlog roadmap budget deadline'
).split(' ');
