import type { GeneratedFile } from '../framework';
import { path } from './webhookFile';

/** What a new project has beside its code. */
export const newGoProject = (module: string): GeneratedFile[] => [
  { path: 'go.mod', contents: `module ${module}\n\ngo 1.22\n` },
  { path: '.gitignore', contents: '.env\n' },
];

/** The program that serves the handler. */
export const mainFile = (importPath: string, packageName: string): string => `package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
	"time"

	"${importPath}"
)

func main() {
	webhook, err := ${packageName}.NewWebhook()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("${path}", webhook)

	port := cmp.Or(os.Getenv("PORT"), "8080")
	server := &http.Server{Addr: ":" + port, Handler: mux, ReadTimeout: 10 * time.Second}
	log.Printf("Bitbucket's webhooks are expected at http://localhost:%s${path}", port)
	log.Fatal(server.ListenAndServe())
}
`;
