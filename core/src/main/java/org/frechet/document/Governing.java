package org.frechet.document;

/// What the words before a statement make of it: the last of them counts.
enum Governing {
  NOTHING,
  DEFINED,
  ASSUMED,
  DENIED,
  /// Claimed, or inferred from what stands before.
  CLAIMED,
  /// An identity or a theorem.
  GENERAL;

  static Governing of(String before) {
    int define = Cue.DEFINE.last(before);
    int assume = Cue.ASSUME.last(before);
    int deny = Cue.DENY.last(before);
    int follow = Cue.FOLLOW.last(before);
    int identity = Cue.IDENTITY.last(before);
    int last = Math.max(Math.max(Math.max(define, assume), Math.max(deny, follow)), identity);
    if (last < 0) {
      return NOTHING;
    }
    return last == follow
        ? CLAIMED
        : last == identity ? GENERAL : last == deny ? DENIED : last == assume ? ASSUMED : DEFINED;
  }
}
