package dev.tandem.library;

/**
 * Said after commit whenever assets changed: a wake-up only, the truth is in {@link
 * Assets#changedAfter}.
 */
public record AssetsChanged(long latestRevision) {}
