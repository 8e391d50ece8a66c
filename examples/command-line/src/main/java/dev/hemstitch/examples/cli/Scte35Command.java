package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.scte35.Scte35Exception;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scte35}: a section as JSON. */
@Command(
        name = "scte35",
        description = "Prints a splice_info_section as JSON, times in 90 kHz ticks as coded.",
        footer = {"", "TEXT is base64 or hexadecimal (0xFC… or FC…), or - for standard input."})
final class Scte35Command implements Callable<Integer> {
    /** More than any section has, with white space in it; the rest is not read. */
    private static final int MOST_BYTES = 4 * SpliceInfoSection.MAX_BYTES + 1;

    private final StandardStreams streams;

    @Parameters(paramLabel = "TEXT", description = "The section.")
    private String text = "";

    @Option(
            names = "--all",
            description = "Print also what says nothing of breaks: the kind of access point, cw_index, delivery "
                    + "restrictions, compliance flags, and names of types and UPIDs.")
    private boolean all;

    Scte35Command(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        SpliceInfoSection section = read();
        try (JsonWriter json = new JsonWriter(streams.out())) {
            json.object(section, new SpliceInfoSectionJson(all)::section);
        }
        return Hemstitch.SUCCESS;
    }

    private SpliceInfoSection read() throws IOException {
        String given =
                text.equals("-") ? new String(streams.in().readNBytes(MOST_BYTES), StandardCharsets.UTF_8) : text;
        try {
            return SpliceInfoSection.parse(given);
        } catch (Scte35Exception e) {
            throw new InputException("the section cannot be read: " + e.getMessage());
        }
    }
}
