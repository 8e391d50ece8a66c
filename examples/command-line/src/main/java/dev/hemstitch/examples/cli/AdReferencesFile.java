package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The file with the places of the ads that a state names. Without it the video goes on: ads that the decisions do not name again
 * are lost, no more.
 */
final class AdReferencesFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final LiveStepNotes notes;

    AdReferencesFile(Path file, LiveStepNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** Where the ads are, by their ids; what was spoilt is left out. */
    ObjectNode read() {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            if (root instanceof ObjectNode references) {
                leaveOutSpoilt(references);
                return references;
            }
            notes.tell(file + ": is no JSON object");
        } catch (NoSuchFileException e) {
            return MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            notes.tell(file + ": is no JSON");
        } catch (IOException e) {
            notes.tell(file + ": cannot be read: " + ReplacedFile.reason(e));
        }
        return MAPPER.createObjectNode();
    }

    private void leaveOutSpoilt(ObjectNode references) {
        List<String> spoilt = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : references.properties()) {
            if (!LiveAdFiles.isKept(entry.getKey(), entry.getValue())) {
                spoilt.add(entry.getKey());
            }
        }
        for (String id : spoilt) {
            references.remove(id);
            notes.tell(file + ": ad " + id + " is not what was kept there");
        }
    }

    void write(ObjectNode references) {
        try {
            ReplacedFile.write(file, MAPPER.writeValueAsBytes(references));
        } catch (IOException e) {
            notes.tell(file + ": cannot be written: " + ReplacedFile.reason(e));
        }
    }
}
