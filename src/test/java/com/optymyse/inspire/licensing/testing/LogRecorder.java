package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.incident.Incidents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps what is logged until it is closed. */
public final class LogRecorder implements AutoCloseable {

    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LogRecorder() {}

    public static LogRecorder start() {
        LogRecorder recorder = new LogRecorder();
        Logger.getLogger("").addHandler(recorder.handler);
        return recorder;
    }

    /** The lines so far of at least a level that contain a text, without what is put into them. */
    public List<String> lines(Level level, String text) {
        return lines.stream()
                .filter(line -> line.getLevel().intValue() >= level.intValue())
                .map(LogRecord::getMessage)
                .filter(line -> line.contains(text))
                .toList();
    }

    /** The warnings and errors so far, but not that a failure is over: it may be one of a test before. */
    public List<String> warnings() {
        return lines.stream()
                .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .filter(line -> !(line.getLoggerName().equals(Incidents.class.getName())
                        && line.getMessage().endsWith(" again.")))
                .map(LogRecord::getMessage)
                .toList();
    }

    /** The fields of each line so far about an operation, or a change of the standing. */
    public List<Map<String, String>> operations() {
        return lines.stream()
                .filter(line -> line.getLoggerName().equals(OperationLine.class.getName()))
                .map(line -> ((ExtLogRecord) line).getMdcCopy())
                .toList();
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
    }
}
