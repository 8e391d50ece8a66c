/**
 * The plan: where each break is cut, decided once on the timeline of the content and then the same for every
 * rendition, and the timeline that comes of it. Knows nothing of how playlists are put together. It imports
 * {@code model}, {@code matching} and {@code core}. An example:
 *
 * <pre>{@code
 * SplicePlan plan = SplicePlan.of(content, breaks, StitchOptions.DEFAULT);
 * plan.points().get(0).cuts().get(0).skewNanos(); // how far the first rendition's boundary is from the break's time
 * plan.refused(); // breaks that are left out, with reasons
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.stitch;

import org.jspecify.annotations.NullMarked;
