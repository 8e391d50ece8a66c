package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.text.Attribute;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the header of an output must say; most viewers' outputs need the same.
 *
 * @param targetDuration the target duration in seconds; 0 or less to leave what is there
 * @param serverControl the target duration in seconds that EXT-X-SERVER-CONTROL must suit; 0 to leave what is there
 * @param version the version that the output needs
 * @param independentSegments whether all its segments start with a frame that needs no other
 */
record HeaderNeeds(long targetDuration, long serverControl, long version, boolean independentSegments) {
    /** HOLD-BACK is at least so many target durations (RFC 8216bis, 4.4.3.8). */
    private static final BigDecimal HOLD_BACK = BigDecimal.valueOf(3);

    /** CAN-SKIP-UNTIL likewise. */
    private static final BigDecimal CAN_SKIP_UNTIL = BigDecimal.valueOf(6);

    /** The header of a playlist, saying so, as a playlist of nothing else. */
    MediaPlaylist header(MediaPlaylist playlist) {
        MediaPlaylistBuilder builder = playlist.toEmptyBuilder();
        if (targetDuration > 0 && playlist.targetDuration().orElse(0) != targetDuration) {
            builder.targetDuration(targetDuration);
        }
        Optional<ServerControl> control = playlist.serverControl().filter(written -> serverControl > 0);
        control.map(this::suited)
                .filter(suited -> !suited.equals(control.orElseThrow()))
                .ifPresent(builder::set);
        if (playlist.independentSegments() && !independentSegments) {
            builder.independentSegments(false);
        }
        if (version > playlist.version().orElse(1)) {
            builder.version(version);
        }
        return builder.buildHeader();
    }

    private ServerControl suited(ServerControl written) {
        AttributeTag.Builder<ServerControl> builder = written.toBuilder();
        raise(builder, ServerControl.HOLD_BACK, written.holdBack(), HOLD_BACK);
        raise(builder, ServerControl.CAN_SKIP_UNTIL, written.canSkipUntil(), CAN_SKIP_UNTIL);
        return builder.build();
    }

    private void raise(
            AttributeTag.Builder<ServerControl> builder,
            Attribute<BigDecimal> attribute,
            Optional<BigDecimal> written,
            BigDecimal targetDurations) {
        BigDecimal least = targetDurations.multiply(BigDecimal.valueOf(serverControl));
        if (written.filter(value -> value.compareTo(least) < 0).isPresent()) {
            builder.set(attribute, least);
        }
    }
}
