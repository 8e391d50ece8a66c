package dev.hemstitch.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a process.
 *
 * @param in standard input
 * @param out results: bytes as they are
 * @param err words for people
 */
record StandardStreams(InputStream in, OutputStream out, PrintWriter err) {
    /** Those of this process; not {@code System.out}, which takes a charset from the environment. */
    static StandardStreams ofProcess() {
        return of(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    static StandardStreams of(InputStream in, OutputStream out, OutputStream err) {
        return new StandardStreams(in, out, text(err));
    }

    /** Standard output for {@code --help} and {@code --version}. */
    PrintWriter outAsText() {
        return text(out);
    }

    private static PrintWriter text(OutputStream bytes) {
        return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
    }
}
