@NullMarked
package dev.tandem.search.web;

import org.jspecify.annotations.NullMarked;
