FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_DIR=/srv/var
WORKDIR /srv/tracker

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt

COPY . .

# The addresses and the key serve this one command: nothing is connected to, nothing kept.
RUN useradd --uid 10001 --no-create-home tracker \
    && mkdir /srv/var \
    && DATABASE_URL=postgresql://unused/unused REDIS_URL=redis://unused \
       SECRET_KEY=only-for-collecting-static-files python manage.py collectstatic --no-input \
    && chown -R tracker /srv/var

USER tracker
EXPOSE 8000
CMD ["python", "-m", "tracker.run", "web"]
