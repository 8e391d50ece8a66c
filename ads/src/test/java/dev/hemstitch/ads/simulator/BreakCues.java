package dev.hemstitch.ads.simulator;

import dev.hemstitch.ads.scte35.BreakDuration;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import java.util.Set;

/** The lines that mark a break, in each dialect. */
final class BreakCues {
    private final OriginBreak is;
    private final Set<CueForm> forms;
    private final String out;
    private final String outHex;
    private final SpliceInfoSection in;

    BreakCues(OriginBreak is, Set<CueForm> forms) {
        this.is = is;
        this.forms = forms;
        SpliceInfoSection section = section(true);
        this.out = section.toBase64();
        this.outHex = section.toHex();
        this.in = section(false);
    }

    private SpliceInfoSection section(boolean leaves) {
        SpliceInsert.Builder insert =
                SpliceInsert.builder(is.number()).outOfNetworkIndicator(leaves).immediate();
        if (leaves && is.plannedNanos() >= 0) {
            insert.breakDuration(new BreakDuration(true, is.plannedNanos() * 9 / 100_000));
        }
        return SpliceInfoSection.builder(insert.build()).build();
    }

    private boolean isKnown() {
        return is.plannedNanos() >= 0;
    }

    private String planned() {
        return Seconds.text(is.plannedNanos(), 3);
    }

    /** The lines before the first segment of the break. */
    String starts() {
        StringBuilder lines = new StringBuilder();
        for (CueForm form : forms) {
            switch (form) {
                case CUE_OUT -> lines.append("#EXT-X-CUE-OUT").append(isKnown() ? ":" + planned() : "");
                case CUE_OUT_ATTRIBUTES ->
                    lines.append("#EXT-X-CUE-OUT").append(isKnown() ? ":DURATION=" + planned() : "");
                case OATCLS ->
                    lines.append("#EXT-OATCLS-SCTE35:")
                            .append(out)
                            .append("\n#EXT-X-CUE-OUT")
                            .append(isKnown() ? ":" + planned() : "");
                case SCTE35 -> lines.append("#EXT-X-SCTE35:CUE=\"").append(out).append("\",CUE-OUT=YES");
                case ADOBE ->
                    lines.append("#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"")
                            .append(is.number())
                            .append("\",TIME=")
                            .append(Seconds.text(is.startNanos(), 3))
                            .append(isKnown() ? ",DURATION=" + planned() : "");
                case DATERANGE -> {
                    continue;
                }
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** The lines before another segment of it. */
    String goesOn(long elapsedNanos) {
        String elapsed = Seconds.text(Math.max(0, elapsedNanos), 3);
        StringBuilder lines = new StringBuilder();
        for (CueForm form : forms) {
            switch (form) {
                case CUE_OUT, OATCLS ->
                    lines.append("#EXT-X-CUE-OUT-CONT:")
                            .append(isKnown() ? elapsed + "/" + planned() : "ElapsedTime=" + elapsed)
                            .append('\n');
                case CUE_OUT_ATTRIBUTES ->
                    lines.append("#EXT-X-CUE-OUT-CONT:ElapsedTime=")
                            .append(elapsed)
                            .append(isKnown() ? ",Duration=" + planned() : "")
                            .append('\n');
                case SCTE35, ADOBE, DATERANGE -> {}
            }
        }
        return lines.toString();
    }

    /** The lines before the first segment behind it. */
    String ends() {
        StringBuilder lines = new StringBuilder();
        for (CueForm form : forms) {
            switch (form) {
                case CUE_OUT, CUE_OUT_ATTRIBUTES, OATCLS -> lines.append("#EXT-X-CUE-IN\n");
                case SCTE35 ->
                    lines.append("#EXT-X-SCTE35:CUE=\"").append(in.toBase64()).append("\",CUE-IN=YES\n");
                case ADOBE, DATERANGE -> {}
            }
        }
        return lines.toString();
    }

    /** The EXT-X-DATERANGE that starts it. */
    String dateRangeOut() {
        return "#EXT-X-DATERANGE:ID=\"break-" + is.number() + "\",START-DATE=\"" + Clock.text(is.startNanos()) + "\""
                + (isKnown() ? ",PLANNED-DURATION=" + planned() : "") + ",SCTE35-OUT=" + outHex + "\n";
    }

    /** The EXT-X-DATERANGE that ends it. */
    String dateRangeIn() {
        long length = is.endNanos() - is.startNanos();
        return "#EXT-X-DATERANGE:ID=\"break-" + is.number() + "\",DURATION=" + Seconds.text(length, 3) + ",SCTE35-IN="
                + in.toHex() + "\n";
    }
}
