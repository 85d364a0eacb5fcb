/**
 * How content comes in: {@link dev.tandem.library.intake.FileIngestion} takes one file or link,
 * {@link dev.tandem.library.intake.FolderImport} a folder with its manifest, the inbox whatever is
 * dropped there. Every file ends in an {@link dev.tandem.library.intake.IngestionOutcome}.
 */
@NamedInterface("intake")
@NullMarked
package dev.tandem.library.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
