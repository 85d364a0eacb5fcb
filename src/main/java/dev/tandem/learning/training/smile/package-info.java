/** What training takes from Smile. Nothing else knows it. */
@NullMarked
package dev.tandem.learning.training.smile;

import org.jspecify.annotations.NullMarked;
