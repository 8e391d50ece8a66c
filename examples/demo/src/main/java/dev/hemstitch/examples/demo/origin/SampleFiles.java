package dev.hemstitch.examples.demo.origin;

import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.MediaTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The files of the samples, read once and kept: six megabytes. Thread-safe. */
public final class SampleFiles {
    private final Path folder;
    private final ConcurrentMap<Path, Answer> answers = new ConcurrentHashMap<>();

    /**
     * The files of a folder.
     *
     * @param folder the folder
     */
    public SampleFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The folder.
     *
     * @return its absolute path
     */
    public Path folder() {
        return folder;
    }

    /**
     * A file as an answer.
     *
     * @param path its path below the folder
     * @return the file; 404 if there is none in the folder
     * @throws IOException if it cannot be read
     */
    public Answer answer(String path) throws IOException {
        try {
            return answer(folder.resolve(path));
        } catch (InvalidPathException e) {
            return Answer.problem(404, "no such file");
        }
    }

    Answer answer(Path path) throws IOException {
        Path file = path.normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Answer.problem(404, "no such file");
        }
        Answer known = answers.get(file);
        if (known == null) {
            known = Answer.lasting(MediaTypes.of(file.toString()), Files.readAllBytes(file));
            answers.put(file, known);
        }
        return known;
    }
}
