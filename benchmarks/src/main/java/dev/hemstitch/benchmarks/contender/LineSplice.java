package dev.hemstitch.benchmarks.contender;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A splice on lines: counts URIs, puts text in between, and remembers the last key and map. */
final class LineSplice {
    private static final String KEY = "#EXT-X-KEY:";
    private static final String MAP = "#EXT-X-MAP:";
    private static final String DATE = "#EXT-X-PROGRAM-DATE-TIME:";
    private static final String SEQUENCE = "#EXT-X-MEDIA-SEQUENCE:";
    private static final String TARGET_DURATION = "#EXT-X-TARGETDURATION:";
    private static final String DISCONTINUITY = "#EXT-X-DISCONTINUITY\n";

    private final List<AdText> ads;
    private final List<Integer> positions;

    /** The lines of an ad's segments in one piece. */
    private record AdText(String body, Duration duration, int targetDuration) {
        static AdText of(String[] lines) {
            StringBuilder body = new StringBuilder();
            double seconds = 0;
            double longest = 0;
            for (int i = firstMediaLine(lines); i < lines.length && !lines[i].startsWith("#EXT-X-ENDLIST"); i++) {
                body.append(lines[i]).append('\n');
                if (lines[i].startsWith("#EXTINF:")) {
                    double duration = Double.parseDouble(lines[i].substring(8, lines[i].indexOf(',')));
                    seconds += duration;
                    longest = Math.max(longest, duration);
                }
            }
            return new AdText(
                    body.toString(), Duration.ofMillis(Math.round(seconds * 1000)), (int) Math.round(longest));
        }
    }

    /** What one pass over the content remembers. */
    private static final class Pass {
        private final StringBuilder text;
        private Duration shift = Duration.ZERO;
        private String key = "";
        private String map = "";
        private boolean implicitVectors;
        private boolean behindAd;
        private long number;

        Pass(StringBuilder text) {
            this.text = text;
        }
    }

    LineSplice(List<String[]> ads, List<Integer> positions) {
        this.ads = ads.stream().map(AdText::of).toList();
        this.positions = new ArrayList<>(positions);
    }

    private static int firstMediaLine(String[] lines) {
        int i = 0;
        while (!lines[i].startsWith("#EXTINF:")
                && !lines[i].startsWith(KEY)
                && !lines[i].startsWith(MAP)
                && !lines[i].startsWith(DATE)) {
            i++;
        }
        return i;
    }

    /** The lines with the ads between them, put behind what the text holds. */
    StringBuilder spliced(String[] content, StringBuilder text) {
        Pass pass = new Pass(text);
        int firstMediaLine = firstMediaLine(content);
        for (int i = 0; i < firstMediaLine; i++) {
            header(content[i], pass);
        }
        int written = 0;
        int ad = 0;
        for (int i = firstMediaLine; i < content.length; i++) {
            boolean starts = i == firstMediaLine || content[i - 1].charAt(0) != '#';
            while (starts && ad < ads.size() && positions.get(ad) == written) {
                ad(ads.get(ad++), pass, written);
            }
            String line = content[i];
            if (line.charAt(0) != '#') {
                pass.text.append(line).append('\n');
                written++;
                pass.number++;
            } else {
                tag(line, pass);
            }
        }
        return text;
    }

    private void header(String line, Pass pass) {
        if (line.startsWith(TARGET_DURATION)) {
            int seconds = Integer.parseInt(line.substring(TARGET_DURATION.length()));
            for (AdText ad : ads) {
                seconds = Math.max(seconds, ad.targetDuration);
            }
            pass.text.append(TARGET_DURATION).append(seconds).append('\n');
        } else {
            pass.text.append(line).append('\n');
            if (line.startsWith(SEQUENCE)) {
                pass.number = Long.parseLong(line.substring(SEQUENCE.length()));
            }
        }
    }

    private static void ad(AdText ad, Pass pass, int written) {
        if (written > 0 || pass.behindAd) {
            pass.text.append(DISCONTINUITY);
        }
        if (!pass.key.isEmpty()) {
            pass.text.append("#EXT-X-KEY:METHOD=NONE\n");
        }
        pass.text.append(ad.body);
        pass.shift = pass.shift.plus(ad.duration);
        pass.behindAd = true;
    }

    private static void tag(String line, Pass pass) {
        if (pass.behindAd && !line.startsWith("#EXT-X-ENDLIST")) {
            pass.behindAd = false;
            pass.text.append(DISCONTINUITY);
            if (!pass.key.isEmpty() && !pass.implicitVectors) {
                pass.text.append(pass.key).append('\n');
            }
            if (!pass.map.isEmpty()) {
                pass.text.append(pass.map).append('\n');
            }
        }
        boolean shifted = !pass.shift.isZero();
        if (line.startsWith("#EXTINF:")) {
            if (pass.implicitVectors && shifted) {
                pass.text
                        .append(pass.key)
                        .append(",IV=")
                        .append(Hex.vector(pass.number))
                        .append('\n');
            }
        } else if (line.startsWith(DATE) && shifted) {
            Instant date = Instant.parse(line.substring(DATE.length())).plus(pass.shift);
            pass.text.append(DATE).append(date).append('\n');
            return;
        } else if (line.startsWith(KEY)) {
            pass.key = line;
            pass.implicitVectors = line.contains("METHOD=AES-128") && !line.contains(",IV=");
            if (pass.implicitVectors && shifted) {
                return;
            }
        } else if (line.startsWith(MAP)) {
            pass.map = line;
        }
        pass.text.append(line).append('\n');
    }
}
