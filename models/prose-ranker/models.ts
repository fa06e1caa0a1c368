import { featureCount } from '../../packages/core/src/compressors/prose/rank/features.ts';
import type { Example } from './examples.ts';

/** A function of a row of features with numbers that can be trained. */
export interface Model {
  readonly name: string;
  readonly parameters: Float64Array;
  score(row: Float32Array, at: number): number;
  /** Adds to `gradient` what the parameters change the score of a row by, times `weight`. */
  addGradient(row: Float32Array, at: number, weight: number, gradient: Float64Array): void;
}

/** A weighted sum. */
export function linearModel(weights: readonly number[]): Model {
  const parameters = Float64Array.from(weights);
  return {
    name: 'linear',
    parameters,
    score(row, at) {
      let sum = 0;
      for (let feature = 0; feature < featureCount; feature += 1) sum += parameters[feature]! * row[at + feature]!;
      return sum;
    },
    addGradient(row, at, weight, gradient) {
      for (let feature = 0; feature < featureCount; feature += 1) gradient[feature]! += weight * row[at + feature]!;
    },
  };
}

/** A weighted sum plus a hidden layer of rectified units, which begins at nothing. */
export function hiddenModel(weights: readonly number[], hidden: number, random: () => number): Model {
  const linear = linearModel(weights);
  const width = featureCount + 1;
  const parameters = new Float64Array(featureCount + hidden * width + hidden);
  parameters.set(linear.parameters);
  for (let index = featureCount; index < featureCount + hidden * width; index += 1) parameters[index] = (random() - 0.5) * 0.6;
  const outputs = featureCount + hidden * width;
  const activation = (row: Float32Array, at: number, unit: number): number => {
    const from = featureCount + unit * width;
    let sum = parameters[from + featureCount]!;
    for (let feature = 0; feature < featureCount; feature += 1) sum += parameters[from + feature]! * row[at + feature]!;
    return sum;
  };
  return {
    name: `linear and ${hidden} hidden units`,
    parameters,
    score(row, at) {
      let sum = 0;
      for (let feature = 0; feature < featureCount; feature += 1) sum += parameters[feature]! * row[at + feature]!;
      for (let unit = 0; unit < hidden; unit += 1) sum += parameters[outputs + unit]! * Math.max(0, activation(row, at, unit));
      return sum;
    },
    addGradient(row, at, weight, gradient) {
      for (let feature = 0; feature < featureCount; feature += 1) gradient[feature]! += weight * row[at + feature]!;
      for (let unit = 0; unit < hidden; unit += 1) {
        const value = activation(row, at, unit);
        if (value <= 0) continue;
        gradient[outputs + unit]! += weight * value;
        const from = featureCount + unit * width;
        const share = weight * parameters[outputs + unit]!;
        for (let feature = 0; feature < featureCount; feature += 1) gradient[from + feature]! += share * row[at + feature]!;
        gradient[from + featureCount]! += share;
      }
    },
  };
}

/** How training goes. */
export interface TrainingOptions {
  readonly steps: number;
  readonly rate: number;
  /** How strongly parameters are drawn back to where they began. */
  readonly pull: number;
}

const sharpness = 6;

/** Raises the answers' share of the softmax over all passages of each example, by Adam over all examples at once: no order, no chance. */
export function train(model: Model, examples: readonly Example[], { steps, rate, pull }: TrainingOptions): void {
  const { parameters } = model;
  const origin = parameters.slice();
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = parameters.map((value, index) => pull * (value - origin[index]!));
    for (const example of examples) addExample(model, example, 1 / examples.length, gradient);
    for (let index = 0; index < parameters.length; index += 1) {
      first[index] = 0.9 * first[index]! + 0.1 * gradient[index]!;
      second[index] = 0.999 * second[index]! + 0.001 * gradient[index]! ** 2;
      parameters[index]! -= (rate * (first[index]! / (1 - 0.9 ** step))) / (Math.sqrt(second[index]! / (1 - 0.999 ** step)) + 1e-8);
    }
  }
}

function addExample(model: Model, { features, answers }: Example, weight: number, gradient: Float64Array): void {
  const count = features.length / featureCount;
  const scores = Float64Array.from({ length: count }, (_, passage) => sharpness * model.score(features, passage * featureCount));
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - top));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  const answer = answers.reduce((sum, passage) => sum + powers[passage]!, 0);
  const isAnswer = new Set(answers);
  for (let passage = 0; passage < count; passage += 1) {
    const pull = powers[passage]! / whole - (isAnswer.has(passage) ? powers[passage]! / answer : 0);
    if (Math.abs(pull) > 1e-6) model.addGradient(features, passage * featureCount, weight * sharpness * pull, gradient);
  }
}
