export const path = '/bitbucket';

export const webhookModule = `import inspect
import json
import logging
import os
from typing import Any

from fastapi import APIRouter, BackgroundTasks, Request, Response
from fastapi.concurrency import run_in_threadpool

from .deliveries import claim_delivery, release_delivery
from .handlers import HANDLERS, Handler
from .signature import is_signed

logger = logging.getLogger(__name__)

MAX_BODY = 1024 * 1024


def bitbucket_webhook(secret: str | None = None) -> APIRouter:
    """Return a router that receives Bitbucket's webhooks.

    app.include_router(bitbucket_webhook())

    The secret comes from the environment unless it is given; raises RuntimeError if
    there is none.
    """
    signing_secret = secret or os.environ.get("BITBUCKET_WEBHOOK_SECRET", "")
    if not signing_secret:
        raise RuntimeError("Set BITBUCKET_WEBHOOK_SECRET to the secret of the webhook.")
    router = APIRouter(prefix="${path}")

    @router.post("")
    async def receive(request: Request, background_tasks: BackgroundTasks) -> Response:
        body = await read_body(request)
        if body is None:
            return Response(status_code=413)
        if not is_signed(body, request.headers.get("X-Hub-Signature"), signing_secret):
            return Response(status_code=401)
        try:
            payload = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        event_key = request.headers.get("X-Event-Key", "")
        handle = HANDLERS.get(event_key)
        if handle is None:
            # No error, which Bitbucket would answer by sending it again.
            logger.info("Nothing handles %s.", event_key)
            return Response(status_code=204)
        delivery_id = request.headers.get("X-Request-UUID")
        if delivery_id is not None and not claim_delivery(delivery_id):
            return Response(status_code=204)
        # Answer first, work after: Bitbucket waits ten seconds. What fails then doesn't
        # come again.
        background_tasks.add_task(work, handle, payload, delivery_id)
        return Response(status_code=202)

    return router


async def read_body(request: Request) -> bytes | None:
    """The raw body; None if it is too large, without keeping all of it."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            return None
    return bytes(body)


async def work(handle: Handler, payload: Any, delivery_id: str | None) -> None:
    try:
        if inspect.iscoroutinefunction(handle):
            await handle(payload)
        else:
            # In a thread, since it may block.
            await run_in_threadpool(handle, payload)
    except Exception:
        logger.exception("A webhook was answered, but not handled.")
        if delivery_id is not None:
            release_delivery(delivery_id)
`;
