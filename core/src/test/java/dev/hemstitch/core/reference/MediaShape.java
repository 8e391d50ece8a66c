package dev.hemstitch.core.reference;

import java.util.List;
import java.util.Optional;

/**
 * What a generated media playlist is going to be: chosen first, so that its tags fit each other.
 *
 * @param plain nothing that asks for more than version 2: integer durations, MPEG-TS, no ranges, no variables
 * @param fragmented fMP4 segments, each covered by a map
 * @param delta a Playlist Delta Update
 * @param dated has program date times
 * @param ranged segments are mostly byte ranges of a few files
 * @param decimals digits after the point of a duration
 */
record MediaShape(
        boolean plain,
        boolean fragmented,
        boolean iFrames,
        boolean lowLatency,
        boolean delta,
        boolean dated,
        boolean encrypted,
        boolean ranged,
        boolean variables,
        Optional<String> type,
        boolean ended,
        int targetDuration,
        int decimals) {
    static MediaShape of(Dice dice) {
        boolean plain = dice.chance(20);
        boolean lowLatency = !plain && dice.chance(25);
        boolean delta = !plain && dice.chance(lowLatency ? 30 : 8);
        boolean live = lowLatency || delta;
        boolean iFrames = !plain && !live && dice.chance(12);
        Optional<String> type =
                live || dice.chance(60) ? Optional.empty() : Optional.of(dice.pick("VOD", "VOD", "EVENT"));
        boolean vod = type.equals(Optional.of("VOD"));
        return new MediaShape(
                plain,
                !plain && dice.chance(60),
                iFrames,
                lowLatency,
                delta,
                lowLatency || dice.chance(50),
                dice.chance(40),
                !plain && !lowLatency && dice.chance(iFrames ? 80 : 25),
                !plain && dice.chance(25),
                type,
                vod || (!live && dice.chance(40)),
                lowLatency ? dice.between(1, 4) : dice.between(1, 12),
                plain ? 0 : lowLatency ? 5 : dice.pick(List.of(1, 2, 3, 3, 5, 6, 9)));
    }
}
