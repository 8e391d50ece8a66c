package dev.hemstitch.ads.simulator;

/** The Multivariant Playlist of a channel or of an ad. */
final class Multivariant {
    private Multivariant() {}

    static String text(ChannelOptions options, String file) {
        boolean audio = has(options, ContentRendition.Kind.AUDIO);
        boolean subtitles = has(options, ContentRendition.Kind.SUBTITLES);
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n");
        int bandwidth = 1_000_000;
        for (ContentRendition rendition : options.renditions()) {
            String uri = rendition.name() + "/" + file;
            switch (rendition.kind()) {
                case AUDIO ->
                    text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"")
                            .append(rendition.name())
                            .append("\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"")
                            .append(uri)
                            .append("\"\n");
                case SUBTITLES ->
                    text.append("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"")
                            .append(rendition.name())
                            .append("\",LANGUAGE=\"en\",URI=\"")
                            .append(uri)
                            .append("\"\n");
                case VIDEO -> {
                    text.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                            .append(bandwidth)
                            .append(",CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=")
                            .append(bandwidth == 1_000_000 ? "640x360" : "1280x720")
                            .append(audio ? ",AUDIO=\"a\"" : "")
                            .append(subtitles ? ",SUBTITLES=\"s\"" : "")
                            .append('\n')
                            .append(uri)
                            .append('\n');
                    bandwidth += 2_000_000;
                }
            }
        }
        return text.toString();
    }

    private static boolean has(ChannelOptions options, ContentRendition.Kind kind) {
        return options.renditions().stream().anyMatch(rendition -> rendition.kind() == kind);
    }
}
