package dev.tandem.feedback;

/** Said after the periods were changed. */
record RetentionChanged(RetentionPeriods periods) {}
