/**
 * Ad responses and playlists fetched with the JDK's {@code HttpClient}: what an ad server names is not trusted. Time, size,
 * redirects and addresses are limited; what they are is said by {@link HttpSource#builder}. One source serves all threads and
 * all viewers. An example:
 *
 * <pre>{@code
 * HttpSource http = HttpSource.builder().timeout(Duration.ofSeconds(2)).build(); // once
 * AdPresentations ads = AdPresentations.of(http);
 *
 * ViewerHeaders viewer = ViewerHeaders.builder().deviceIp(ip).deviceUserAgent(userAgent).build(); // for each viewer
 * VastResolver responses = VastResolver.builder(http.forViewer(viewer)).build();
 * AdBreak adBreak = AdBreakResolver.builder(responses, ads).build().load(adTag, BreakPosition.start(), OptionalLong.empty());
 * }</pre>
 */
@NullMarked
package dev.hemstitch.examples.http;

import org.jspecify.annotations.NullMarked;
