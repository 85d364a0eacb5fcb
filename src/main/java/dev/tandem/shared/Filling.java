package dev.tandem.shared;

/** Something that fills a new home by itself: what is empty meanwhile may be full in a minute. */
@FunctionalInterface
public interface Filling {

  boolean goesOn();
}
