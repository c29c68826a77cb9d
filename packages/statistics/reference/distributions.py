"""Makes distributions.json: python3 distributions.py > distributions.json (mpmath 1.3).

Probabilities are sums of positive terms at 40 digits, quantiles of continuous distributions roots of such sums found by
bisection. No function under test and no approximation takes part.
"""
import json
from decimal import Decimal, getcontext

from mpmath import exp, floor, loggamma, log, mp, mpf, nstr, sqrt

mp.dps = 45
getcontext().prec = 45
TINY = Decimal(10) ** -40


def decimal(value):
    return Decimal(nstr(mpf(value), 45))


def shown(value):
    return float(value)


def series(term, ratio):
    """Sum of terms that begin with `term`; `ratio(i)` is that of term i + 1 to term i."""
    total, i, term = Decimal(0), 0, decimal(term)
    while term > TINY * total:
        total += term
        term *= ratio(i)
        i += 1
    return total


def tails(log_probability, ratio, k):
    """Probabilities of k or fewer and of more than k; ratio(j) is that of j + 1 to j."""
    upper = series(exp(log_probability(k + 1)), lambda i: ratio(k + 1 + i))
    lower = series(exp(log_probability(k)), lambda i: 1 / ratio(k - i - 1) if k - i > 0 else Decimal(0))
    return [shown(lower), shown(upper)]


def poisson(mean):
    m = decimal(mean)
    return (lambda k: k * log(mean) - mean - loggamma(k + 1)), (lambda k: m / (k + 1))


def negative_binomial(size, share):
    s, rest = decimal(size), decimal(1 - share)
    return (
        lambda k: loggamma(k + size) - loggamma(size) - loggamma(k + 1) + size * log(share) + k * log(1 - share)
    ), (lambda k: (k + s) / (k + 1) * rest)


def binomial(trials, share):
    odds = decimal(share / (1 - share))
    return (
        lambda k: loggamma(trials + 1) - loggamma(k + 1) - loggamma(trials - k + 1) + k * log(share)
        + (trials - k) * log(1 - share)
    ), (lambda k: Decimal(trials - k) / (k + 1) * odds)


def gamma_lower(shape, x):
    at, next_shape = decimal(x), decimal(shape + 1)
    return series(exp(shape * log(x) - x - loggamma(shape + 1)), lambda i: at / (next_shape + i))


def beta_lower(a, b, x):
    if x * (a + b) > a:
        return 1 - beta_lower(b, a, 1 - x)
    front = a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b)
    both, next_a, at = decimal(a + b), decimal(a + 1), decimal(x)
    return series(exp(front), lambda i: (both + i) / (next_a + i) * at)


def root(function, target, low, high):
    """By bisection, to 18 digits of the smallest."""
    for _ in range(110):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) < decimal(target) else (low, middle)
    return shown((low + high) / 2)


def counts(mean, deviation, most=None):
    found = []
    for z in (-6, -3, -1, 0, 1, 3, 6):
        k = int(floor(mean + z * deviation))
        if k >= 0 and (most is None or k < most) and k not in found:
            found.append(k)
    return found


probabilities = [mpf(p) for p in ("1e-6", "0.025", "0.5", "0.975", "0.999999")]
tables = {"poisson": [], "negative_binomial": [], "binomial": [], "gamma_quantile": [], "beta_quantile": []}

for mean in ("0.25", "5", "30", "199.5", "999", "1000.5", "1005", "5000", "1e5", "1e6"):
    m = mpf(mean)
    for k in counts(m, sqrt(m)) + ([1053] if mean == "1005" else []):
        tables["poisson"].append([float(mean), k, *tails(*poisson(m), k)])

for mean, dispersion in (("5", 1.5), ("30", 2), ("1005", 1.25), ("1005", 8), ("1e5", 30), ("1e6", 2), ("1e6", 400)):
    m, d = mpf(mean), mpf(dispersion)
    size, share = m / (d - 1), 1 / d
    for k in counts(m, sqrt(m * d)):
        tables["negative_binomial"].append([float(mean), dispersion, k, *tails(*negative_binomial(size, share), k)])

for trials, share in ((20, "0.5"), (300, "0.03125"), (5000, "0.875"), (10**5, "0.96875"), (10**6, "0.5"), (10**6, "0.0078125")):
    s = mpf(share)
    for k in counts(trials * s, sqrt(trials * s * (1 - s)), trials):
        tables["binomial"].append([trials, float(share), k, *tails(*binomial(trials, s), k)])

for shape in ("0.5", "3", "120.25", "999", "1001", "12345.5", "1e6"):
    a = mpf(shape)
    for p in probabilities:
        low, high = max(mpf(0), a - 7 * sqrt(a)), a + 7 * sqrt(a) + 30
        tables["gamma_quantile"].append([shown(p), float(shape), root(lambda x: gamma_lower(a, x), p, low, high)])

for a, b in ((2, 5), (30.5, 1.5), (950.25, 49.75), (12000, 300.5), (2.0e5, 3.0e5)):
    for p in probabilities:
        found = root(lambda x: beta_lower(mpf(a), mpf(b), x), p, mpf(0), mpf(1))
        tables["beta_quantile"].append([shown(p), a, b, found])

print("{")
print(",\n".join(f' "{name}": [\n  ' + ",\n  ".join(json.dumps(row) for row in rows) + "\n ]" for name, rows in tables.items()))
print("}")
