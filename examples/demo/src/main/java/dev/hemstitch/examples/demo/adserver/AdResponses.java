package dev.hemstitch.examples.demo.adserver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes VAST and VMAP. Every beacon names the viewer, the occasion, the break and the place in the pod, so that the log can tell
 * which ad was watched by whom, and whether anything was called twice. Whoever asks for the same viewer on the same occasion gets
 * the same bytes, so two services that ask for a viewer answer it alike.
 *
 * @param serverUrl scheme, address and port of this server
 * @param kind the kind of sample that the content is of: ads are of the same
 * @param title the title that the response is for
 * @param viewer the viewer, if the asker said who
 * @param occasion what tells this response from others for the viewer: the number of the live break, nothing for a whole title
 */
record AdResponses(String serverUrl, String kind, String title, Optional<String> viewer, String occasion) {
    /** Perhaps a pre-roll, a mid-roll of two ads and a post-roll; the same for the same viewer, however often it is asked. */
    String vmap(boolean hasPreRoll) {
        List<Campaign> pod = viewer.filter(token -> token.hashCode() % 2 != 0).isPresent()
                ? List.of(Campaign.RED_10_ENCORE, Campaign.GREEN_15)
                : List.of(Campaign.GREEN_15, Campaign.RED_10_ENCORE);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<vmap:VMAP xmlns:vmap=\"http://www.iab.net/videosuite/vmap\" version=\"1.0\">\n"
                + (hasPreRoll ? adBreak("pre", "start", List.of(Campaign.RED_10)) : "")
                + adBreak("mid", "00:00:16.000", pod)
                + adBreak("post", "end", List.of(Campaign.GREEN_15))
                + "</vmap:VMAP>\n";
    }

    private String adBreak(String id, String offset, List<Campaign> pod) {
        return "<vmap:AdBreak timeOffset=\"%s\" breakType=\"linear\" breakId=\"%s\">\n".formatted(offset, id)
                + "<vmap:AdSource id=\"%s-source\" allowMultipleAds=\"true\" followRedirects=\"true\">\n".formatted(id)
                + "<vmap:VASTAdData>\n"
                + vast(id, pod)
                + "</vmap:VASTAdData>\n</vmap:AdSource>\n<vmap:TrackingEvents>\n"
                + breakTracking("breakStart", id)
                + breakTracking("breakEnd", id)
                + "</vmap:TrackingEvents>\n</vmap:AdBreak>\n";
    }

    private String breakTracking(String event, String breakId) {
        return "<vmap:Tracking event=\"%s\">%s</vmap:Tracking>\n"
                .formatted(event, cdata(beacon(breakId, Optional.empty(), event)));
    }

    /** What fills a live break best; 15 and 10 seconds if its length is not known. */
    static List<Campaign> podFor(Optional<String> seconds) {
        int length = seconds.map(AdResponses::wholeSeconds).orElse(25);
        int greens = 0;
        int reds = 0;
        for (int green = 0; green * 15 <= length && green <= 4; green++) {
            int red = Math.min((length - green * 15) / 10, 2);
            if (green * 15 + red * 10 > greens * 15 + reds * 10) {
                greens = green;
                reds = red;
            }
        }
        List<Campaign> pod = new ArrayList<>();
        for (int i = 0; i < greens; i++) {
            pod.add(Campaign.GREEN_15);
        }
        for (int i = 0; i < reds; i++) {
            pod.add(i == 0 ? Campaign.RED_10 : Campaign.RED_10_ENCORE);
        }
        return pod;
    }

    private static int wholeSeconds(String text) {
        try {
            return (int) Math.min(Double.parseDouble(text), 120);
        } catch (NumberFormatException notFilledIn) {
            return 25;
        }
    }

    /** A pod. */
    String vast(String breakId, List<Campaign> pod) {
        StringBuilder text = new StringBuilder("<VAST version=\"4.2\">\n");
        for (int i = 0; i < pod.size(); i++) {
            text.append(ad(breakId, pod.get(i), i + 1));
        }
        return text.append("</VAST>\n").toString();
    }

    private String ad(String breakId, Campaign campaign, int sequence) {
        Optional<String> ad = Optional.of("&ad=" + campaign.id + "&seq=" + sequence);
        StringBuilder events = new StringBuilder();
        for (String event : List.of("start", "firstQuartile", "midpoint", "thirdQuartile", "complete")) {
            events.append("<Tracking event=\"%s\">%s</Tracking>\n".formatted(event, cdata(beacon(breakId, ad, event))));
        }
        return """
                <Ad id="%s" sequence="%d"><InLine>
                <AdSystem version="1">Hemstitch demo</AdSystem><AdTitle>%s</AdTitle>
                <AdServingId>%s</AdServingId>
                <Impression>%s</Impression>
                <Error>%s</Error>
                <Creatives><Creative id="%s" sequence="1">
                <UniversalAdId idRegistry="hemstitch.dev">%s</UniversalAdId>
                <Linear><Duration>00:00:%02d</Duration>
                <TrackingEvents>
                %s</TrackingEvents>
                <MediaFiles><MediaFile delivery="streaming" type="application/vnd.apple.mpegurl" width="320" height="180">%s</MediaFile></MediaFiles>
                </Linear></Creative></Creatives>
                </InLine></Ad>
                """.formatted(
                        campaign.id,
                        sequence,
                        campaign.title,
                        title + "-" + occasion + breakId + "-" + sequence,
                        cdata(beacon(breakId, ad, "impression")),
                        cdata(beacon(breakId, ad, "error") + "&code=[ERRORCODE]"),
                        campaign.sample,
                        campaign.id,
                        campaign.seconds,
                        events,
                        cdata(serverUrl + AdServer.MEDIA + kind + "/" + campaign.sample + "/multivariant.m3u8"));
    }

    private String beacon(String breakId, Optional<String> ad, String event) {
        return serverUrl + AdServer.BEACON + "?title=" + encode(title)
                + viewer.map(token -> "&viewer=" + encode(token)).orElse("")
                + (occasion.isEmpty() ? "" : "&occasion=" + occasion) + "&break=" + encode(breakId) + ad.orElse("")
                + "&event=" + event;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cdata(String url) {
        return "<![CDATA[" + url + "]]>";
    }
}
