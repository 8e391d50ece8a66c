/**
 * A live channel with a clock of its own, and viewers who check every playlist that they are given.
 *
 * <p>{@link dev.hemstitch.ads.simulator.Origin} publishes the renditions of a channel with breaks, cue markers and
 * faults; {@link dev.hemstitch.ads.simulator.AdInventory} and {@link dev.hemstitch.ads.simulator.AdServer} have the ads;
 * {@link dev.hemstitch.ads.simulator.PlayerModel} is a player written from RFC 8216bis, 6.2 and 6.3, that knows the truth
 * behind every URI. {@link dev.hemstitch.ads.simulator.Soak} lets many viewers watch what a
 * {@link dev.hemstitch.ads.simulator.StitchedService} makes of the channel. It uses nothing of the stitcher, and of the
 * library only {@code scte35}, for cue markers. An example:
 *
 * <pre>{@code
 * SoakReport report = new Soak(42).viewers(1_000).duration(Duration.ofHours(2)).run(channel -> new PassThrough());
 * report.violations().forEach(System.out::println);
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.simulator;

import org.jspecify.annotations.NullMarked;
