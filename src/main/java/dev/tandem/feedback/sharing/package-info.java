/**
 * What a buyer sees who follows a link that a rep sent: outside sign-in, one asset, nothing else. A
 * visit comes back as {@link dev.tandem.feedback.FeedbackEvent.BuyerView}.
 */
@NullMarked
package dev.tandem.feedback.sharing;

import org.jspecify.annotations.NullMarked;
