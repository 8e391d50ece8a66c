/** Ad breaks in HLS playlists: find, decide, match, stitch, track. */
module dev.hemstitch.ads {
    requires transitive dev.hemstitch.core;
    requires static transitive org.jspecify;
    requires com.google.common;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;

    exports dev.hemstitch.ads.cue;
    exports dev.hemstitch.ads.interstitial;
    exports dev.hemstitch.ads.model;
    exports dev.hemstitch.ads.matching;
    exports dev.hemstitch.ads.scte35;
    exports dev.hemstitch.ads.stitch;
    exports dev.hemstitch.ads.stitch.live;
    exports dev.hemstitch.ads.stitch.vod;
    exports dev.hemstitch.ads.vast;
    exports dev.hemstitch.ads.vmap;
    exports dev.hemstitch.ads.decision;
    exports dev.hemstitch.ads.tracking;
}
