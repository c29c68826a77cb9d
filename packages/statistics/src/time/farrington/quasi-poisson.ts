/** Past counts, as the model reads them. */
export interface CountData {
  counts: Float64Array;
  /** Steps before the present: negative. */
  times: Float64Array;
  /** Which seasonal group a count belongs to. */
  groups: Uint8Array;
  groupCount: number;
}

export interface QuasiPoissonFit {
  /** Change of the logarithm of the mean a step; 0 without a trend. */
  slope: number;
  trend: boolean;
  /** Means at time 0, one a group; 0 in a group without cases. */
  means: Float64Array;
  fitted: Float64Array;
  /** Leverages. */
  hat: Float64Array;
  /** Pearson's estimate, not bounded. */
  dispersion: number;
  degreesOfFreedom: number;
  /** Information about the slope: its variance is dispersion / information. */
  slopeInformation: number;
  /** Weighted cases a group: the information about its level. */
  groupCases: Float64Array;
  /** Mean time of a group's cases. */
  groupTimes: Float64Array;
}

/**
 * Quasi-Poisson regression: log mean = level of the group + slope · time.
 *
 * @param weights n prior weights
 * @returns the maximum of the likelihood. A slope that runs off to infinity, or that nothing tells of, is left out (`trend` false)
 *
 * With a logarithmic link the group levels have a closed form for any slope, so that one concave function of the slope is left, and
 * Newton's steps on it are those of iteratively reweighted least squares on all coefficients (McCullagh & Nelder 1989, 6.2 and 9).
 */
export function fitQuasiPoisson(data: CountData, weights: Float64Array, withTrend: boolean): QuasiPoissonFit {
  const moments = new GroupMoments(data, weights);
  const slope = withTrend ? moments.likeliestSlope() : undefined;
  moments.at(slope ?? 0);
  return completeFit(data, weights, moments, slope);
}

/** Sums over the groups at a slope: state that the steps of the search share. */
class GroupMoments {
  readonly cases: Float64Array;
  /** Σ w·exp(slope·t), and its first two moments in t, one a group. */
  readonly mass: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  private readonly data: CountData;
  private readonly weights: Float64Array;

  constructor(data: CountData, weights: Float64Array) {
    this.data = data;
    this.weights = weights;
    this.cases = new Float64Array(data.groupCount);
    this.mass = new Float64Array(data.groupCount);
    this.first = new Float64Array(data.groupCount);
    this.second = new Float64Array(data.groupCount);
    for (let i = 0; i < data.counts.length; i++) {
      const group = data.groups[i] ?? 0;
      this.cases[group] = (this.cases[group] ?? 0) + (weights[i] ?? 0) * (data.counts[i] ?? 0);
    }
  }

  at(slope: number): void {
    const { times, groups } = this.data;
    this.mass.fill(0);
    this.first.fill(0);
    this.second.fill(0);
    for (let i = 0; i < times.length; i++) {
      const group = groups[i] ?? 0;
      const time = times[i] ?? 0;
      const mass = (this.weights[i] ?? 0) * (slope === 0 ? 1 : Math.exp(slope * time));
      this.mass[group] = (this.mass[group] ?? 0) + mass;
      this.first[group] = (this.first[group] ?? 0) + mass * time;
      this.second[group] = (this.second[group] ?? 0) + mass * time * time;
    }
  }

  meanTime(group: number): number {
    const mass = this.mass[group] ?? 0;
    return mass > 0 ? (this.first[group] ?? 0) / mass : 0;
  }

  /** Minus the second derivative of the profile likelihood: cases times the spread of their times. */
  information(): number {
    let sum = 0;
    for (let group = 0; group < this.cases.length; group++) {
      const mass = this.mass[group] ?? 0;
      if (mass > 0)
        sum += (this.cases[group] ?? 0) * ((this.second[group] ?? 0) / mass - this.meanTime(group) ** 2);
    }
    return sum;
  }

  likeliestSlope(): number | undefined {
    const { counts, times } = this.data;
    let caseTimes = 0;
    let range = 0;
    for (let i = 0; i < counts.length; i++) {
      caseTimes += (this.weights[i] ?? 0) * (counts[i] ?? 0) * (times[i] ?? 0);
      range = Math.max(range, Math.abs(times[i] ?? 0));
    }
    let slope = 0;
    for (let step = 0; step < 30; step++) {
      this.at(slope);
      const information = this.information();
      if (!(information > 1e-9 * range * range)) return undefined;
      let gradient = caseTimes;
      for (let group = 0; group < this.cases.length; group++)
        gradient -= (this.cases[group] ?? 0) * this.meanTime(group);
      const change = Math.max(-2 / range, Math.min(2 / range, gradient / information));
      slope += change;
      if (Math.abs(slope) * range > 25) return undefined;
      if (Math.abs(change) * range < 1e-9) return slope;
    }
    return undefined;
  }
}

function completeFit(
  { counts, times, groups, groupCount }: CountData,
  weights: Float64Array,
  moments: GroupMoments,
  slope: number | undefined,
): QuasiPoissonFit {
  const trend = slope !== undefined;
  const slopeInformation = trend ? moments.information() : 0;
  const means = moments.cases.map((cases, group) => (cases > 0 ? cases / (moments.mass[group] ?? 1) : 0));
  const groupTimes = moments.cases.map((_, group) => moments.meanTime(group));
  const fitted = new Float64Array(counts.length);
  const hat = new Float64Array(counts.length);
  let pearson = 0;
  for (let i = 0; i < counts.length; i++) {
    const group = groups[i] ?? 0;
    const mean = (means[group] ?? 0) * (trend ? Math.exp(slope * (times[i] ?? 0)) : 1);
    fitted[i] = mean;
    if (mean === 0) continue;
    const distance = (times[i] ?? 0) - (groupTimes[group] ?? 0);
    const tilt = slopeInformation > 0 ? (distance * distance) / slopeInformation : 0;
    hat[i] = (weights[i] ?? 0) * mean * (1 / (moments.cases[group] ?? 1) + tilt);
    pearson += ((weights[i] ?? 0) * ((counts[i] ?? 0) - mean) ** 2) / mean;
  }
  const present = moments.mass.reduce((count, mass) => count + (mass > 0 ? 1 : 0), 0);
  const degreesOfFreedom = counts.length - Math.min(present, groupCount) - (trend ? 1 : 0);
  return {
    slope: slope ?? 0,
    trend,
    means,
    fitted,
    hat,
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : 1,
    degreesOfFreedom,
    slopeInformation,
    groupCases: moments.cases,
    groupTimes,
  };
}
