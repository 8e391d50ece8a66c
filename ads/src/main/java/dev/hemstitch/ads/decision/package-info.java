/**
 * What plays in a break: ad responses made into breaks with ads whose playlists are there, and pods made to fit. It decides
 * from what it is given; where ads are cut into the content is for {@code stitch}. It imports {@code model}, {@code vast},
 * {@code vmap} and {@code cue}. Whatever goes wrong leaves an ad out, with a reason. An example:
 *
 * <pre>{@code
 * AdBreakResolver resolver = AdBreakResolver.builder(responses, AdPresentations.of(playlists))
 *         .fitter(PodFitter.builder().maximumAds(4).slate(slate).build())
 *         .build();
 * List<AdBreak> breaks = resolver.resolve(VmapParser.create().parse(bytes), uri, content, opportunities);
 * VodResult result = stitcher.stitch(content, breaks, places);
 * TrackingSchedule schedule = TrackingSchedule.of(result.plan(), breaks);
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.decision;

import org.jspecify.annotations.NullMarked;
