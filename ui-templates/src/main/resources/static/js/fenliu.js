import './times.js'
import './notices.js'
import './sheets.js'
import './busy.js'
