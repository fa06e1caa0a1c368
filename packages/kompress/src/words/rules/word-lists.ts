const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Words that turn what is said round. */
export const negations = words(`
  no not never none nor neither without cannot nothing nobody nowhere hardly scarcely barely rarely seldom non
  lack lacks lacking fail fails failed failing refuse refuses refused deny denies denied forbid forbids forbidden prohibit prohibits prohibited prohibiting
  avoid avoids avoided avoiding prevent prevents prevented preventing exclude excludes excluded excluding omit omits omitted stop stops stopped
  ain't impossible unable`);

/** Words that say how binding, possible or certain something is. */
export const modals = words(`
  can could may might must shall should will would ought need needs needed dare required requires require optional mandatory allowed permitted recommended
  i'll you'll he'll she'll it'll we'll they'll there'll that'll who'll i'd you'd he'd she'd it'd we'd they'd there'd who'd`);

/** Words that open a condition: they stay, and what follows them up to the next pause. */
export const conditions = words(`
  if unless except excepting until till otherwise else whether provided providing assuming lest`);

/** Words that bound or weigh what is said: they stay, what follows them may go. */
export const restrictions = words(`
  only but instead rather when whenever while although though however despite because since before after
  all every each both any either least most more less few fewer than exactly always sometimes`);

/** Words between which a number is said. */
export const comparators = words(`
  at least most more less fewer than up to over under above below between about around approximately roughly nearly almost exactly within per every each only first
  last next previous minimum maximum and or by of in from until since version`);

/** Numbers as words. */
export const numberWords = words(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half halves quarter
  quarters third thirds double triple twice thrice once single pair couple percent percentage
  first second fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth hundredth thousandth`);

/** Words that begin sentences without being names: a capital says nothing about them there. */
export const sentenceOpeners = words(`
  a an the this that these those it its he she they we you i his her their our your my there here and or so then also still yet thus hence therefore
  as at by for from in into of on onto to with within upon over under during through between among about against across along around
  is are was were be been being am do does did has have had it's that's there's he's she's we're they're you're i'm i've we've they've you've let's
  what which who whom whose why how where as well indeed actually basically finally usually generally typically often currently now today
  some many much such other another several moreover furthermore additionally meanwhile perhaps maybe please note okay ok yeah yes um uh oh right just even
  like because unlike like given based using`);

/** Words of a sentence's frame; what stands before a number and is one of them names nothing. */
export const frameWords = words(`
  a an the this that these those it its is are was were be been being am has have had do does did and or so as at by for from in into of on onto to with
  he she they we you i his her their our your my there here which who what`);

/** Articles: of a condition they alone may go. */
export const articles = words('a an the');

/** The commonest words of English that are no common words of other languages in the Latin script. */
export const commonWords = words(`
  the and of to that this these those with from which have has had you your they their them it its are been be not for there what when will would should could can
  we our his her she who how than then into about because only also by or if`);
