package dev.tandem.requests;

import dev.tandem.taxonomy.ContentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What marketing promises, by type of content. A change holds for what is asked afterwards. */
public interface ServiceLevels {

  /**
   * @param type null for all types without a level of their own
   * @param answerDays until a yes or no, in working days, 1 to 60
   * @param deliveryDays until the content, in working days, 1 to 365
   */
  record Level(@Nullable ContentType type, int answerDays, int deliveryDays) {
    public Level {
      if (answerDays < 1 || answerDays > 60)
        throw new IllegalArgumentException("an answer takes 1 to 60 working days");
      if (deliveryDays < 1 || deliveryDays > 365)
        throw new IllegalArgumentException("a delivery takes 1 to 365 working days");
    }
  }

  Level of(@Nullable ContentType type);

  /** All levels, the one for all other types first. */
  List<Level> all();

  void set(Level level);

  /** Back to the level of all other types. */
  void remove(ContentType type);
}
