package dev.tandem.recommendation.evaluation.ui;

import dev.tandem.recommendation.evaluation.Evaluation;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A comparison on its way, in a thread of its own; the view looks now and then how far it is. */
final class EvaluationTask {
  private static final Logger LOG = LoggerFactory.getLogger(EvaluationTask.class);

  private final int total;
  private volatile int done;
  private volatile @Nullable Evaluation result;
  private volatile boolean failed;
  private volatile boolean stopped;

  /**
   * @param total answers to compose
   */
  private EvaluationTask(int total) {
    this.total = total;
  }

  static EvaluationTask start(int total, Function<IntConsumer, Evaluation> work) {
    var task = new EvaluationTask(total);
    Thread.ofVirtual().name("evaluation").start(() -> task.run(work));
    return task;
  }

  private void run(Function<IntConsumer, Evaluation> work) {
    try {
      result = work.apply(this::reached);
    } catch (StoppedException left) {
      LOG.debug("An evaluation was left before its end");
    } catch (RuntimeException e) {
      LOG.warn("An evaluation failed", e);
      failed = true;
    }
  }

  private void reached(int count) {
    if (stopped) throw new StoppedException();
    done = count;
  }

  /** Nobody waits for it any more. */
  void stop() {
    stopped = true;
  }

  /** In [0, 1]. */
  double share() {
    return total == 0 ? 0 : Math.clamp((double) done / total, 0, 1);
  }

  String progress() {
    return done + " of " + total + " answers";
  }

  @Nullable Evaluation result() {
    return result;
  }

  boolean failed() {
    return failed;
  }

  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
