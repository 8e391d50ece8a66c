package dev.hemstitch.ads.model;

import java.util.List;

/**
 * Ads that are to play at one place of the content, in order.
 *
 * @param position where, on the content's own timeline: other breaks do not move it
 * @param ads the ads
 */
public record AdBreak(BreakPosition position, List<Ad> ads) {
    /**
     * A break; the list is copied.
     *
     * @param position where, on the content's own timeline
     * @param ads the ads
     */
    public AdBreak {
        ads = List.copyOf(ads);
    }
}
