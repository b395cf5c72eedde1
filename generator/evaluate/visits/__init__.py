"""交叉观摩: which branch visits which 观摩点 in which open slot, as an exact optimum over integers.

Every branch that takes part goes out once; a plan is a choice of one slot for each.  Constraints are named
(`constraints.py`), so that what clashes can be told.  Of all plans that keep them, the best is, in this order:

1. the greatest sum of gains.  The gain of a branch at a point is the sum of the weights of those of its gaps, by
   standard, that the point's 看点 show; the weight goes by the verdict (缺项, 临期, 提示) as the schedule says;
2. the fewest visits within one's own committee, where the schedule says 尽量不去;
3. the least sum of squares of the points' numbers of guests: even loads;
4. by ids: the branch whose id comes first has the earliest slot (day, hour, the point's id) that it can have in any plan
   that is equal by 1 to 3, then the second branch, and so on.

By 4 there is one best plan: it does not depend on the order of the input, on the machine or on the number of cores.
Levels 1 to 3 are a minimum-cost flow with convex costs (successive shortest paths), level 4 exchanges visits along paths
of cost zero.
"""
