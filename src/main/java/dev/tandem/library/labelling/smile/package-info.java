/** What the learning of labels takes from Smile. Nothing else of the library knows it. */
@NullMarked
package dev.tandem.library.labelling.smile;

import org.jspecify.annotations.NullMarked;
