package dev.hemstitch.examples.demo;

import java.util.List;

/**
 * A title of the demo.
 *
 * @param id its name in URLs
 * @param name its name for people
 * @param isLive whether it is the channel
 * @param sample the kind of sample that it and its ads are of
 */
record Title(String id, String name, boolean isLive, String sample) {
    static final List<Title> ALL = List.of(
            new Title("film", "Film (fragmented MP4, subtitles)", false, "fmp4"),
            new Title("film-ts", "Film (MPEG-TS)", false, "ts"),
            new Title("film-encrypted", "Film (AES-128, keys change)", false, "aes128"),
            new Title("film-ranges", "Film (byte ranges)", false, "byterange"),
            new Title("channel", "Live channel", true, "fmp4"));

    String origin(String url) {
        return isLive
                ? url + "/origin/live/multivariant.m3u8"
                : url + "/origin/vod/" + sample + "/content/multivariant.m3u8";
    }
}
