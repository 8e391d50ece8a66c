/**
 * How far dates may go back where one segment ends and the next one begins, for the rooms that plan splices and write them. Not
 * exported; it imports nothing. An example:
 *
 * <pre>{@code
 * boolean isAmbiguous = end - start >= DateOverlap.limit(segmentBefore);
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.internal.dates;

import org.jspecify.annotations.NullMarked;
