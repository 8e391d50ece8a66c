package dev.hemstitch.benchmarks.workload;

import java.nio.charset.StandardCharsets;

/** Ad responses of the size and shape that ad servers send. */
public final class AdResponses {
    private AdResponses() {}

    /** {@return VAST with two ads in a pod, about 10 KB} */
    public static byte[] vast() {
        return vastText(2).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return VMAP with five breaks of two ads each, about 60 KB} */
    public static byte[] vmap() {
        StringBuilder vmap = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<vmap:VMAP xmlns:vmap=\"http://www.iab.net/videosuite/vmap\" version=\"1.0\">\n");
        for (int i = 0; i < 5; i++) {
            vmap.append("  <vmap:AdBreak timeOffset=\"00:")
                    .append(10 + i)
                    .append(":00.000\" breakType=\"linear\" breakId=\"mid-")
                    .append(i)
                    .append(
                            "\">\n    <vmap:AdSource id=\"source\" allowMultipleAds=\"true\" followRedirects=\"true\">\n"
                                    + "      <vmap:VASTAdData>\n")
                    .append(vastText(2))
                    .append("      </vmap:VASTAdData>\n    </vmap:AdSource>\n    <vmap:TrackingEvents>\n");
            for (String event : new String[] {"breakStart", "breakEnd", "error"}) {
                vmap.append("      <vmap:Tracking event=\"")
                        .append(event)
                        .append("\"><![CDATA[")
                        .append(url(event, i))
                        .append("]]></vmap:Tracking>\n");
            }
            vmap.append("    </vmap:TrackingEvents>\n  </vmap:AdBreak>\n");
        }
        return vmap.append("</vmap:VMAP>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String vastText(int ads) {
        StringBuilder vast =
                new StringBuilder("<VAST version=\"4.2\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
        vast.append("  <Error><![CDATA[").append(url("noad", 0)).append("]]></Error>\n");
        for (int ad = 1; ad <= ads; ad++) {
            ad(ad, vast);
        }
        return vast.append("</VAST>\n").toString();
    }

    private static void ad(int ad, StringBuilder vast) {
        vast.append("  <Ad id=\"697200496")
                .append(ad)
                .append("\" sequence=\"")
                .append(ad)
                .append("\">\n    <InLine>\n")
                .append(
                        "      <AdSystem version=\"2.0\">Example Ad Server</AdSystem>\n      <AdTitle>Spring &amp; Summer ")
                .append(ad)
                .append("</AdTitle>\n      <AdServingId>a532d16d-4d7f-4440-bd29-2ec0e693fc8")
                .append(ad)
                .append("</AdServingId>\n      <Error><![CDATA[")
                .append(url("error", ad))
                .append("]]></Error>\n");
        for (int i = 0; i < 3; i++) {
            vast.append("      <Impression id=\"i")
                    .append(i)
                    .append("\"><![CDATA[")
                    .append(url("impression", i))
                    .append("]]></Impression>\n");
        }
        vast.append("      <Creatives>\n        <Creative id=\"57861016576\" sequence=\"1\">\n"
                + "          <UniversalAdId idRegistry=\"ad-id.org\">CNPA0484000H</UniversalAdId>\n"
                + "          <Linear skipoffset=\"00:00:05\">\n            <Duration>00:00:30.033</Duration>\n"
                + "            <TrackingEvents>\n");
        for (String event : new String[] {
            "start", "firstQuartile", "midpoint", "thirdQuartile", "complete", "pause", "resume", "skip"
        }) {
            vast.append("              <Tracking event=\"")
                    .append(event)
                    .append("\"><![CDATA[")
                    .append(url(event, ad))
                    .append("]]></Tracking>\n");
        }
        vast.append("            </TrackingEvents>\n            <VideoClicks>\n              <ClickThrough><![CDATA[")
                .append(url("open", ad))
                .append("]]></ClickThrough>\n              <ClickTracking><![CDATA[")
                .append(url("click", ad))
                .append("]]></ClickTracking>\n            </VideoClicks>\n            <MediaFiles>\n");
        for (int i = 0; i < 4; i++) {
            vast.append("              <MediaFile delivery=\"progressive\" width=\"")
                    .append(640 + 320 * i)
                    .append("\" height=\"")
                    .append(360 + 180 * i)
                    .append("\" type=\"video/mp4\" bitrate=\"")
                    .append(800 * (i + 1))
                    .append("\" scalable=\"true\" maintainAspectRatio=\"true\"><![CDATA[")
                    .append(url("media", i))
                    .append("]]></MediaFile>\n");
        }
        vast.append(
                        "              <MediaFile delivery=\"streaming\" width=\"1920\" height=\"1080\" type=\"application/x-mpegURL\" "
                                + "minBitrate=\"400\" maxBitrate=\"6000\"><![CDATA[")
                .append(url("hls", ad))
                .append("]]></MediaFile>\n            </MediaFiles>\n          </Linear>\n"
                        + "        </Creative>\n      </Creatives>\n      <Extensions>\n"
                        + "        <Extension type=\"geo\"><Country>DE</Country><Bandwidth>4</Bandwidth></Extension>\n"
                        + "      </Extensions>\n    </InLine>\n  </Ad>\n");
    }

    private static String url(String event, int number) {
        return "https://pubads.example.com/pagead/interaction/?ai=B9Kw4Xn" + number + "&sigh=Rf4sUqYcR1w&label=" + event
                + "&ad_mt=[ADPLAYHEAD]&cb=[CACHEBUSTING]&acvw=[VIEWABILITY]";
    }
}
