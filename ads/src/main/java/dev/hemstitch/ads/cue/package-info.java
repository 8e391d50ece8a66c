/**
 * Cue markers of every dialect, read and written: what a playlist's own tags say of ad breaks.
 *
 * <p>{@link dev.hemstitch.ads.cue.CueReader} makes {@link dev.hemstitch.ads.cue.SignalledBreak}s of them: the same break said in
 * three dialects or on ten segments is one, with an id that stays while the window of a live playlist slides.
 * {@link dev.hemstitch.ads.cue.CueWriter} puts the markers of breaks into a playlist and takes markers out. Which ads fill a break is
 * not decided here. It imports {@code scte35}, {@code model} and {@code core}. An example:
 *
 * <pre>{@code
 * CueReader reader = CueReader.withDefaults();
 * CueReading first = reader.read(snapshot);
 * for (SignalledBreak signalled : first.breaks()) {
 *     AdBreak adBreak = signalled.toAdBreak(adsFor(signalled.id()));
 * }
 * CueReading second = reader.read(nextSnapshot, first.breaks()); // the same ids
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.cue;

import org.jspecify.annotations.NullMarked;
