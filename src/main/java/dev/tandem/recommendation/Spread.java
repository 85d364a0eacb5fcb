package dev.tandem.recommendation;

import java.util.ArrayList;
import java.util.List;

/** Takes a few from a long list, evenly. */
final class Spread {
  private Spread() {}

  static <T> List<T> over(List<T> all, int most) {
    if (all.size() <= most) return all;
    var some = new ArrayList<T>(most);
    for (int i = 0; i < most; i++) some.add(all.get((int) ((long) i * all.size() / most)));
    return some;
  }
}
