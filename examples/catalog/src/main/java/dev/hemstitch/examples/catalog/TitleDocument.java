package dev.hemstitch.examples.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The titles: a JSON document, in memory, and in a file if there is one. An edit is made in the file first: what is served is what a
 * new process would read. Safe for use by several threads.
 */
public final class TitleDocument {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<TitlesFile> file;
    private Map<String, ObjectNode> titles;

    private TitleDocument(Optional<TitlesFile> file, Map<String, ObjectNode> titles) {
        this.file = file;
        this.titles = titles;
    }

    /**
     * Reads the document.
     *
     * @param file where it is, {@code {"titles":[{"id":…}]}}, and where edits go; empty for no titles, kept in memory
     * @return the document
     * @throws IOException if the file cannot be read or is not of this form; that it does not exist yet is no mistake. The message
     *     names the file and what is wrong
     */
    public static TitleDocument load(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new TitleDocument(Optional.empty(), new LinkedHashMap<>());
        }
        TitlesFile titles = new TitlesFile(file.get());
        return new TitleDocument(Optional.of(titles), titles.read());
    }

    synchronized ObjectNode all() {
        return document(titles);
    }

    synchronized Optional<ObjectNode> title(String id) {
        return Optional.ofNullable(titles.get(id)).map(ObjectNode::deepCopy);
    }

    /** Puts a title in the place of the one with the same id, or behind all. */
    synchronized void put(ObjectNode title) throws NotSavedException {
        Map<String, ObjectNode> edited = new LinkedHashMap<>(titles);
        edited.put(title.path("id").asText(), title.deepCopy());
        save(edited);
    }

    /** Removes a title; tells whether it was there. */
    synchronized boolean remove(String id) throws NotSavedException {
        Map<String, ObjectNode> edited = new LinkedHashMap<>(titles);
        if (edited.remove(id) == null) {
            return false;
        }
        save(edited);
        return true;
    }

    /** Moves a title's viewers to another service; tells whether there is such a title. */
    synchronized boolean move(String id, String service) throws NotSavedException {
        Optional<ObjectNode> title = title(id);
        if (title.isPresent()) {
            put(title.get().put("service", service));
        }
        return title.isPresent();
    }

    private void save(Map<String, ObjectNode> edited) throws NotSavedException {
        try {
            if (file.isPresent()) {
                file.get().write(document(edited));
            }
        } catch (IOException e) {
            throw new NotSavedException(e);
        }
        titles = edited;
    }

    private static ObjectNode document(Map<String, ObjectNode> titles) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode list = all.putArray("titles");
        titles.values().forEach(title -> list.add(title.deepCopy()));
        return all;
    }
}
