/** S3 and what speaks like it (MinIO, Ceph and others). */
@NullMarked
package dev.tandem.library.sources.s3;

import org.jspecify.annotations.NullMarked;
