/**
 * How the reports count and compare: proportions in strata, intervals, many comparisons at once,
 * and the cautions that keep an association from being read as an effect. Pure functions; every
 * method names its source and is tested by simulation.
 */
@NullMarked
package dev.tandem.insight.statistics;

import org.jspecify.annotations.NullMarked;
