package dev.hemstitch.ads.simulator;

/** A segment of an output that is known from beginning to end. */
final class ForeseenItem {
    final OriginSegment content;
    final AdSegment ad;
    /** Where it starts on the channel's time. */
    final long at;
    /** How far the origin must be for it to be published. */
    long published;

    boolean discontinuity;
    long discontinuitySequence;

    private ForeseenItem(OriginSegment content, AdSegment ad, long at) {
        this.content = content;
        this.ad = ad;
        this.at = at;
        this.published = end();
    }

    static ForeseenItem of(OriginSegment content) {
        return new ForeseenItem(content, null, content.startNanos);
    }

    static ForeseenItem of(AdSegment ad, long at) {
        return new ForeseenItem(null, ad, at);
    }

    long end() {
        return at + (content == null ? ad.durationNanos() : content.durationNanos);
    }

    String keys() {
        return content == null ? ad.keys() : content.keys;
    }

    String map() {
        return content == null ? ad.map() : content.map;
    }

    boolean dated() {
        return content == null || content.dated;
    }
}
