/** SharePoint and OneDrive by Microsoft Graph's delta of a drive. */
@NullMarked
package dev.tandem.library.sources.graph;

import org.jspecify.annotations.NullMarked;
