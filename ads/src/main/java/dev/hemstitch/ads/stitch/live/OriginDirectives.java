package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import dev.hemstitch.core.uri.DeliveryDirectives;
import java.util.OptionalLong;

/**
 * What a viewer's blocking reload is at the origin (RFC 8216bis, 6.2.5.2). Where content plays, the output's last segment is the
 * origin's edge, and numbers count on from there alike; in a break they do not, since ads have segments of their own. Never
 * further than the segment behind the edge: a break may begin with it, and then the origin may be late where the output is not.
 */
final class OriginDirectives {
    /** A number that is further ahead of the last segment is refused by who sees the output; nobody waits for it. */
    private static final long MOST_AHEAD = 2;

    private OriginDirectives() {}

    static DeliveryDirectives of(LiveState state, String rendition, DeliveryDirectives asked) {
        RenditionState seen = state.rendition(rendition);
        if (seen == null || asked.msn().isEmpty() || !playsContent(state, rendition, seen)) {
            return DeliveryDirectives.NONE;
        }
        long ahead = asked.msn().getAsLong() - seen.last();
        boolean isThere = Long.compareUnsigned(asked.msn().getAsLong(), seen.last()) <= 0;
        OptionalLong part = asked.part();
        DeliveryDirectives.Builder atOrigin = DeliveryDirectives.builder();
        if (part.isPresent() && (ahead == 0 || ahead == 1)) {
            // A part that the last segment does not have is the first one of the next.
            return atOrigin.part(seen.edge() + ahead, part.getAsLong()).build();
        }
        return isThere || Long.compareUnsigned(ahead, MOST_AHEAD) > 0
                ? DeliveryDirectives.NONE
                : atOrigin.msn(seen.edge() + 1).build();
    }

    /** Whether content stands at the edge, and by all that is known behind it. */
    private static boolean playsContent(LiveState state, String rendition, RenditionState seen) {
        if (seen.restarts() != state.session().restarts()) {
            return false;
        }
        for (LiveBreak each : state.breaks()) {
            Cut cut = each.cut(rendition);
            boolean isAhead =
                    cut == null && !(each.isOver() && each.startMicros() + each.resumeMicros() <= seen.edgeMicros());
            boolean isAtEdge = cut != null && !cut.playsContent() && cut.isOpen();
            if (each.hasAds() && (isAhead || isAtEdge)) {
                return false;
            }
        }
        return true;
    }
}
