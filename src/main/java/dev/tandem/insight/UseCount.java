package dev.tandem.insight;

/** How often something was used: an asset, a content type, whatever was used at a stage. */
public record UseCount(String key, String label, long uses) {}
