@NullMarked
package dev.tandem.recommendation.ui;

import org.jspecify.annotations.NullMarked;
