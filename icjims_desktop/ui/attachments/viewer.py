"""The built-in viewer of pictures: nothing of the file is written to the disk in clear."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QLabel, QWidget

from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.attachments.pictures import Picture
from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.i18n.dates import format_moment
from icjims_desktop.ui.theme import Type
from icjims_desktop.ui.wording import size_words, stored_moment

WIDTH, AROUND = 1080, 190
_TURNS = {Qt.Key.Key_Left: -90, Qt.Key.Key_Right: 90}


class PictureViewer(Overlay):
    """One picture fitted into the window; ← → turn it, Esc closes and forgets it."""

    copy_asked = Signal(object)
    """A StoredFile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("picture_viewer", parent, WIDTH)
        self._file: StoredFile | None = None
        self._image = QImage()
        self._title, self._remark = ElidedText(Type.SECTION), Text(Type.META, "muted")
        self.picture = QLabel()
        self.picture.setObjectName("viewer_picture")
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = Text(Type.META, "muted")
        self.copy_out = Button("viewer_copy", ButtonKind.SECONDARY, "tray")
        self.close_button = Button("viewer_close", ButtonKind.PRIMARY, cap=key_text("Esc"))
        self.body.addLayout(row([self._title, self._remark, None], gap=12))
        self.body.addWidget(self.picture, 1)
        self.body.addLayout(row([self._hint, None, self.copy_out, self.close_button], gap=12))
        self.copy_out.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.close_sheet)

    def show_picture(self, file: StoredFile, picture: Picture) -> None:
        """Show a picture."""
        self._file, self._image = file, picture.image()
        taken = stored_moment(file.captured_at)
        parts = (size_words(file.size), format_moment(taken) if taken else "")
        self._title.setText(file.name)
        self._remark.setText(" · ".join(part for part in parts if part))
        self.picture.setAccessibleName(file.name)
        self.setAccessibleName(file.name)
        self._hint.setText(self.tr("← → turn the picture on the screen; the file stays as it is"))
        self.copy_out.setText(self.tr("Save a copy…"))
        self.close_button.setText(self.tr("Close"))
        self.open()
        self._fit()

    def close_sheet(self) -> None:
        """Forget the picture."""
        self._image = QImage()
        self.picture.clear()
        super().close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn, Esc closes."""
        turn = _TURNS.get(Qt.Key(event.key()))
        if turn is None or self._image.isNull():
            super().keyPressEvent(event)
            return
        self._image = self._image.transformed(QTransform().rotate(turn))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(self.sheet.width() - 48, max(self.height() - AROUND, 120))
        wanted = self._image.size().scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = wanted.boundedTo(self._image.size())
        shown = QPixmap.fromImage(
            self._image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setFixedHeight(round(shown.height() / ratio))
        self.picture.setPixmap(shown)

    def _on_copy(self) -> None:
        if self._file is not None:
            self.copy_asked.emit(self._file)
