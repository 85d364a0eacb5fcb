/**
 * Makes the sample company out of its readable sources: real files, deals, a feedback log from a
 * simulator, situations and judgments. Everything is seeded, so that running {@link
 * dev.tandem.sampledata.SampleGenerator} again changes nothing.
 */
@NullMarked
package dev.tandem.sampledata;

import org.jspecify.annotations.NullMarked;
