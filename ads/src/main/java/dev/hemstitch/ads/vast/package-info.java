/**
 * Ad responses: VAST 2.0 to 4.3 read into values, wrappers followed, macros filled in. It fetches nothing itself:
 * responses come through an interface that the embedder implements. It decides nothing about breaks, and plays nothing.
 * It may import {@code internal.xml}. An example:
 *
 * <pre>{@code
 * VastResponse response = VastParser.create().parse(bytes); // VastException: the IAB error code, line and column
 * for (VastAd ad : response.ads()) {
 *     ad.linearCreative().flatMap(VastCreative::linear).ifPresent(linear -> System.out.println(linear.hlsMediaFiles()));
 * }
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.vast;

import org.jspecify.annotations.NullMarked;
