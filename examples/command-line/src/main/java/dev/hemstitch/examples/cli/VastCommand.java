package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.vast.AdResponseLimits;
import dev.hemstitch.ads.vast.VastException;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastProblem;
import dev.hemstitch.ads.vast.VastResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vast}: an ad response as JSON. */
@Command(
        name = "vast",
        description = {
            "Prints an ad response as JSON.",
            "In place of a wrapper stand the ads that it leads to, with what it adds to them; the wrapper itself if it"
                    + " leads to none, or if it is not followed. Why, standard error says."
        })
final class VastCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Parameters(paramLabel = "FILE", description = "The ad response.")
    private String file = "";

    @Option(
            names = "--follow",
            description = "Follow wrappers over the network too, not only those that name local files.")
    private boolean follow;

    VastCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in()).limitedTo(AdResponseLimits.DEFAULT.maxBytes());
    }

    @Override
    public Integer call() throws Exception {
        Input input = reader.read(file);
        VastResponse response;
        try {
            response = VastParser.create().parse(input.bytes());
        } catch (VastException e) {
            throw new InputException(input.name() + ":" + e.getMessage());
        }
        for (VastProblem problem : response.problems()) {
            streams.err().println(input.name() + ":" + problem);
        }
        FollowedWrappers wrappers = new FollowedWrappers(reader, streams.err(), input, follow);
        VastResponse followed = wrappers.follow(response, true);
        try (JsonWriter json = new JsonWriter(streams.out())) {
            json.object(followed, VastJson::members);
        }
        return Hemstitch.SUCCESS;
    }
}
