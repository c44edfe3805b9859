#!/usr/bin/env python3
"""A mail server for tests: takes mails on a port of 127.0.0.1 and writes each, parsed back, as a line of JSON.

    smtp_sink.py FILE        prints the port, ends when its standard input ends

A receiver whose name begins with "refused" gets 550, "busy" 451; a sender "nobody@…" gets 550.
"""
import asyncio
import email
import email.policy
import json
import sys


def parsed(sender, receivers, data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    return {"from": sender, "to": receivers, "headers": [[name, str(value)] for name, value in message.items()],
            "subject": message["Subject"], "body": message.get_content(), "lines": max(map(len, data.split(b"\r\n"))),
            "defects": [str(defect) for defect in message.defects]}


async def serve(reader, writer):
    def say(line):
        writer.write((line + "\r\n").encode())

    sender, receivers = "", []
    say("220 sink")
    while True:
        line = (await reader.readline()).decode("ascii", "replace").strip()
        command = line.upper()
        if not line or command == "QUIT":
            say("221 bye")
            break
        if command.startswith(("EHLO", "HELO")):
            say("250 sink")
        elif command.startswith("MAIL FROM:"):
            sender = line[10:].split(">")[0].strip(" <")
            say("550 5.7.1 no such sender" if sender.startswith("nobody") else "250 ok")
        elif command.startswith("RCPT TO:"):
            receiver = line[8:].split(">")[0].strip(" <")
            if receiver.startswith("refused"):
                say("550 5.1.1 no such person here")
            elif receiver.startswith("busy"):
                say("451 4.2.1 try again later")
            else:
                receivers.append(receiver)
                say("250 ok")
        elif command == "DATA":
            say("354 go on")
            await writer.drain()
            lines = []
            while (line := await reader.readline()) not in (b".\r\n", b""):
                lines.append(line[1:] if line.startswith(b"..") else line)
            with open(sys.argv[1], "a", encoding="utf-8") as file:
                file.write(json.dumps(parsed(sender, receivers, b"".join(lines)), ensure_ascii=False) + "\n")
            receivers = []
            say("250 taken")
        elif command in ("RSET", "NOOP"):
            receivers = []
            say("250 ok")
        else:
            say("502 what?")
        await writer.drain()
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
