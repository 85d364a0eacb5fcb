@NullMarked
package dev.tandem.deals.ui;

import org.jspecify.annotations.NullMarked;
